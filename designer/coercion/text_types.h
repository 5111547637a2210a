#pragma once

#include "designer/coercion/constraint.h"
#include "designer/coercion/rust_pattern.h"
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
    BytesType(NodeId node, const StringLimits &limits);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    StringLimits m_limits; ///< lengths in bytes
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
    using Type::Type;
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;
};

class UrlType : public Type
{
public:
    /// pydantic's AnyUrl; with `isHttp` its HttpUrl (scheme http or https, with a host).
    UrlType(NodeId node, bool isHttp, const LengthLimit &longest);
    Json read(const Json &input, Reading &reading) const override;
    QString name() const override;

private:
    bool m_isHttp;
    LengthLimit m_longest;
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

} // namespace Design
