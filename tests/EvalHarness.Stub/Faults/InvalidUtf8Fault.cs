using System.Text;
using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Bytes in the text of the answer that are no UTF-8; all else is as it should be.</summary>
public sealed record InvalidUtf8Fault : Fault
{
    private const string Mark = "(bytes)";

    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        var answered = await exchange.AnswerAsync(reply => reply with { Text = $"{Mark} {reply.Text}" });
        await exchange.SendAsync(answered.Response with { Pieces = [.. answered.Response.Pieces.Select(Spoilt)] });
        return new StubOutcome("200", answered.Reply);
    }

    private static byte[] Spoilt(byte[] piece)
    {
        var at = piece.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark));
        return at < 0 ? piece : [.. piece[..at], 0xFF, 0xC3, 0x28, .. piece[(at + Mark.Length)..]];
    }
}
