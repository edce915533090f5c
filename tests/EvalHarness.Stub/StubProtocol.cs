namespace EvalHarness.Stub;

/// <summary>What the stub speaks.</summary>
public enum StubProtocol
{
    Http1,

    /// <summary>HTTP/2 alone, without TLS: a client must know it beforehand.</summary>
    Http2,

    /// <summary>HTTP/2 or 1.1 as the client likes, over TLS with a certificate that nobody has signed.</summary>
    Http2OverTls,
}
