#pragma once

#include "mockserver/http/reply.h"

/// Answers with what was asked: "<method> <target> <body>", status 200, and in X-Peer the peer.
/// Targets with a meaning: /close (Connection: close), /status/<n>, /large/<bytes>,
/// /later/<milliseconds> (answered from another thread), /never (the reply is dropped).
Mock::Handler echoHandler();
