#pragma once

#include <QString>

namespace Design
{

class JsonObject;

/// Every problem that reading a value can have, as pydantic 2 names them. The names and texts
/// stand in one table (error_table.cpp), in this order.
enum class ErrorType : quint8 {
    BodyJsonInvalid,
    JsonInvalid,
    JsonType,
    Missing,
    ExtraForbidden,
    ModelAttributesType,
    NoneRequired,
    GreaterThan,
    GreaterThanEqual,
    LessThan,
    LessThanEqual,
    MultipleOf,
    FiniteNumber,
    TooShort,
    TooLong,
    StringType,
    StringUnicode,
    StringTooShort,
    StringTooLong,
    StringPatternMismatch,
    Enum,
    Literal,
    DictType,
    ListType,
    TupleType,
    SetType,
    SetItemNotHashable,
    BoolType,
    BoolParsing,
    IntType,
    IntParsing,
    IntParsingSize,
    IntFromFloat,
    FloatType,
    FloatParsing,
    BytesType,
    BytesTooShort,
    BytesTooLong,
    ValueError,
    UploadExpected,
    EmailInvalid,
    DateType,
    DateParsing,
    DateFromDatetimeParsing,
    DateFromDatetimeInexact,
    TimeType,
    TimeParsing,
    DatetimeType,
    DatetimeParsing,
    DatetimeFromDateParsing,
    TimeDeltaType,
    TimeDeltaParsing,
    UnionTagInvalid,
    UnionTagNotFound,
    RecursionLoop,
    UrlType,
    UrlParsing,
    UrlTooLong,
    UrlScheme,
    UuidType,
    UuidParsing,
    UuidVersion,
    DecimalType,
    DecimalParsing,
    DecimalMaxDigits,
    DecimalMaxPlaces,
    DecimalWholeDigits,
    IpV4Address,
    IpV6Address,
    IpAnyAddress,
    ByteSize,
    ByteSizeUnit,
    IpV4Network,
    IpV6Network,
    IpAnyNetwork,
    IpV4Interface,
    IpV6Interface,
    IpAnyInterface,
    NameEmailType,
    PathType,
    PatternType,
    PatternRegex,
    Base64Decode,
    DatePast,
    DateFuture,
    DatetimePast,
    DatetimeFuture,
    TimezoneNaive,
    TimezoneAware,
    FrozenSetType,
    DataclassType,
    ModelType,
    ArgumentsType,
    MissingArgument,
    UnexpectedPositionalArgument,
    UnexpectedKeywordArgument,
    Count
};

/// `type` of the error, such as "greater_than".
QLatin1String errorName(ErrorType type);

/// `msg` of the error: the table's text with the values of its context filled in. Numbers are
/// printed in their shortest form without an exponent, as pydantic prints them.
QString errorMessage(ErrorType type, const JsonObject &context);

} // namespace Design
