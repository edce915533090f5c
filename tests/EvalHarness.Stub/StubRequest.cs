using System.Text.Json.Nodes;

namespace EvalHarness.Stub;

/// <summary>What the stub was asked.</summary>
/// <param name="Model">As the request names it; on Azure the deployment; empty for a service.</param>
/// <param name="Messages">Of a service one: the question.</param>
/// <param name="Stream">Whether server-sent events are wanted.</param>
/// <param name="Body">The whole request.</param>
public sealed record StubRequest(string Path, string Model, IReadOnlyList<StubMessage> Messages, bool Stream, JsonObject Body)
{
    public string LastTurn => Messages.Count == 0 ? "" : Messages[^1].Content;
}
