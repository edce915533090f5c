using System.Net;

namespace EvalHarness.Server;

/// <summary>What is served, where, and to whom.</summary>
public sealed record ServeOptions
{
    public const int DefaultPort = 5080;

    /// <summary>Fewer characters could be guessed.</summary>
    public const int ShortestToken = 16;

    /// <summary>The parent folder of runs; nothing in it changes.</summary>
    public required string Folder { get; init; }

    /// <summary>One of this machine's; beyond 127.0.0.1 and ::1 a token is needed.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>What readers may call this machine besides its address, a proxy's name say: a request for any other name is refused.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Asked of every reader; absent when nobody is asked.</summary>
    public string? Token { get; init; }

    /// <summary>Told of requests that ended in a bug.</summary>
    public Action<string> Say { get; init; } = _ => { };
}
