namespace EvalHarness.Stub;

/// <summary>Tokens where nobody says how many: a quarter of the characters, rounded up.</summary>
public static class StubTokens
{
    public static long Of(string text) => (text.Length + 3) / 4;

    /// <summary>The reply with both counts filled in.</summary>
    public static StubReply Counted(this StubReply reply, StubRequest request) => reply with
    {
        InputTokens = reply.InputTokens ?? request.Messages.Sum(m => Of(m.Content)),
        OutputTokens = reply.OutputTokens ?? Of(reply.Text),
    };
}
