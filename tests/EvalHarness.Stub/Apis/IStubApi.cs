using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>One API as it looks on the wire.</summary>
public interface IStubApi
{
    /// <summary>Where it is served.</summary>
    IReadOnlyList<string> Routes { get; }

    StubRequest Read(HttpRequest http, JsonObject body);

    Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken);

    StubResponse Write(StubRequest request, StubReply reply);

    StubResponse Error(int status, string? message);
}
