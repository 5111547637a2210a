#pragma once

#include "mockserver/engine/message.h"

namespace Mock
{

/// Takes the answer of another server while it comes, where that is too large or too slow to be
/// waited for.
class AnswerReceiver
{
public:
    virtual ~AnswerReceiver() = default;

    /// The head, before everything else. A length of -1: nobody knows it yet.
    virtual void beginAnswer(const Response &head, qint64 length) = 0;
    virtual void takePiece(const QByteArray &piece) = 0;
    /// Whether more is welcome; else OutgoingCall::pull() is called when it is.
    virtual bool hasRoom() const = 0;
};

} // namespace Mock
