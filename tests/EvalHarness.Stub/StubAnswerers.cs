namespace EvalHarness.Stub;

/// <summary>Answerers ready made.</summary>
public static class StubAnswerers
{
    /// <summary>Says the last turn again.</summary>
    public static StubAnswerer Echo { get; } = (request, _) => Task.FromResult(new StubReply($"You said: {request.LastTurn}"));

    /// <summary>Always the same.</summary>
    public static StubAnswerer Saying(StubReply reply) => (_, _) => Task.FromResult(reply);

    /// <summary>Any chat model, by name: the way to serve an <c>IChatClient</c>, which the stub itself does not know.</summary>
    public static StubAnswerer From(Func<string, IReadOnlyList<(string Role, string Content)>, Task<StubReply>> model) =>
        (request, _) => model(request.Model, [.. request.Messages.Select(m => (m.Role, m.Content))]);
}
