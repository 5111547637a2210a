#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/patterns/rust_pattern.h"
#include "designer/coercion/type.h"

namespace Design
{

struct StringLimits {
    LengthLimit shortest; ///< in code points
    LengthLimit longest;
    Constraint pattern;

    bool isEmpty() const { return !shortest.isSet() && !longest.isSet() && !pattern.isSet(); }
};

class StringType : public Type
{
public:
    StringType(NodeId node, const StringLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    StringLimits m_limits;
    RustPattern m_pattern;
};

class BytesType : public Type
{
public:
    /// How a text carries them: as UTF-8, or in base64 (pydantic's `val_json_bytes`).
    enum class Encoding { Utf8, Base64 };

    BytesType(NodeId node, const StringLimits &limits, Encoding encoding = Encoding::Utf8);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    StringLimits m_limits; ///< lengths in bytes
    Encoding m_encoding;
};

/// An uploaded file of a form. What a form gives for one is an object; text is refused.
class UploadType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
    bool isUpload() const override { return true; }
};

class UuidType : public Type
{
public:
    /// version 0 accepts every version.
    UuidType(NodeId node, int version);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    int m_version;
};

class EmailType : public Type
{
public:
    /// With `hasName` pydantic's NameEmail, which keeps the name before the address.
    EmailType(NodeId node, bool hasName);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    bool m_hasName;
};

class UrlType : public Type
{
public:
    /// pydantic's AnyUrl, its HttpUrl (scheme http or https, with a host), and those that may name
    /// several hosts, as MongoDsn and PostgresDsn.
    enum class Kind { Any, Http, MultiHost };
    UrlType(NodeId node, Kind kind, const LengthLimit &longest);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    Kind m_kind;
    LengthLimit m_longest;
};

/// Base64Str and Base64Bytes: the text of the bytes, in the alphabet of RFC 4648 section 4 or 5.
class Base64Type : public Type
{
public:
    enum class Content { Text, Bytes }; ///< text has to be UTF-8 once it is decoded
    Base64Type(NodeId node, bool isUrlSafe, Content content);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    bool m_isUrlSafe;
    Content m_content;
};

/// SecretStr and SecretBytes: text whose length is counted once it is wrapped.
class SecretType : public Type
{
public:
    SecretType(NodeId node, const StringLimits &limits, bool isBytes);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    StringLimits m_limits;
    bool m_isBytes;
};

/// Python's pathlib.Path: any text, without the parts that lead nowhere ("a//./b" is "a/b").
class PathType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

/// Python's re.Pattern: text that is a regular expression.
class PatternType : public Type
{
public:
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

class IpAddressType : public Type
{
public:
    enum class Version { Four, Six, Any };
    IpAddressType(NodeId node, Version version);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    Version m_version;
};

/// A network ("10.0.0.0/8", no bit of a host set) or an interface ("10.1.2.3/8").
class IpNetworkType : public Type
{
public:
    using Version = IpAddressType::Version;
    IpNetworkType(NodeId node, Version version, bool isInterface);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    Version m_version;
    bool m_isInterface;
};

/// The address as Python's ipaddress writes it, from text or a number; empty when it is none.
QString ipAddressOf(const Json &input, IpAddressType::Version version);
/// The same for bytes that nothing has decoded, which Python takes for the address itself: 4 or 16.
QString packedIpAddress(const QByteArray &bytes, IpAddressType::Version version);

} // namespace Design
