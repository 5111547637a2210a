#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace Mock
{

/// The body of a request on its way from a client to another server, of which little is here at
/// a time.
class BodyPipe : public QIODevice
{
public:
    /// `onRoom` is called later, when there is room again.
    BodyPipe(qint64 length, std::function<void()> onRoom);

    qint64 length() const { return m_length; }
    bool hasRoom() const;
    bool isFull() const { return m_added == m_length; } ///< all of the body has been added
    void add(const QByteArray &piece);

    bool isSequential() const override { return true; }
    bool reset() override { return false; } ///< what has gone through is not kept
    bool atEnd() const override { return m_taken == m_length; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const qint64 m_length;
    std::function<void()> m_onRoom;
    QByteArray m_bytes;
    qint64 m_added = 0;
    qint64 m_taken = 0;
};

} // namespace Mock
