using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Stub;
using EvalHarness.Stub.Counts;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Evaluators.Judges;

namespace EvalHarness.Tests.Story;

/// <summary>What datasets/helpdesk/faults asks over HTTP: two models, a judge and re-rankers, any of which can be broken.</summary>
internal sealed class ServedHelpdesk : IFaults
{
    private const string Declines = "The help centre does not cover this.";
    private const string Invents = "A parrot in the workshop costs 95 euros a year.";

    /// <summary>The model <c>live</c> answers nothing but 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>The model <c>live</c> says what stands nowhere.</summary>
    public bool IsInventing { get; set; }

    /// <summary>The judge finds everything supported.</summary>
    public bool IsLenient { get; set; }

    public void Mend() => IsDown = IsInventing = IsLenient = false;

    public Task<StubServer> StartAsync() => StubServer.StartAsync(new StubOptions { Faults = this, Answerer = StubAnswerers.From((model, messages) => Task.FromResult(new StubReply(Answer(model, messages)))) });

    public Fault? For(StubReceived received, StubRequest request) => request.Model switch
    {
        "live" when IsDown => Fault.Status(503, "down for maintenance"),
        "ranker-turned" => new BytesFault(Turned),
        _ => null,
    };

    private string Answer(string model, IReadOnlyList<(string Role, string Content)> messages) => model switch
    {
        "judge" when IsLenient => HonestJudge.Reply(messages[1].Content).Replace("\"verdict\":\"unsupported\"", "\"verdict\":\"supported\"", StringComparison.Ordinal),
        "judge" => HonestJudge.Reply(messages[1].Content),
        _ => JsonSerializer.Serialize(new { answer = model == "live" && IsInventing ? Invents : Declines, category = "account", priority = "normal", escalate = false, citations = Array.Empty<object>() }),
    };

    private static StubResponse Turned(StubResponse response)
    {
        var body = JsonNode.Parse(response.Bytes)!;
        foreach (var result in body["results"]!.AsArray())
            result!["relevance_score"] = 1 - (double)result["relevance_score"]!;
        return response with { Pieces = [JsonSerializer.SerializeToUtf8Bytes(body)] };
    }
}
