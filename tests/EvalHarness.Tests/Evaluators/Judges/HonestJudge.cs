using System.Text.Json;

namespace EvalHarness.Tests.Evaluators.Judges;

/// <summary>What a judge that follows the rules replies: a claim is supported when its words stand in the evidence as they are; a rubric's grade is the first one.</summary>
internal static class HonestJudge
{
    public static string Reply(string message)
    {
        var read = JudgedMessage.Read(message);
        if (read.Claims.Count == 0)
            return JsonSerializer.Serialize(new { reason = "it does", verdict = read.Task[1].Split(' ')[^1] == "no}" ? "yes" : "5" });
        var evidence = string.Join('\n', read.Blocks.Where(b => b.Label.StartsWith("EVIDENCE ", StringComparison.Ordinal)).Select(b => b.Text));
        return JsonSerializer.Serialize(new { verdicts = read.Claims.Select(id => Verdict(id, read.Block($"CLAIM {id}"), evidence)) });
    }

    private static object Verdict(string id, string claim, string evidence)
    {
        var said = claim.Trim().TrimEnd('.');
        var supported = evidence.Contains(said, StringComparison.OrdinalIgnoreCase);
        return new { id, reason = supported ? "it says so" : "it does not say so", evidence = "e1", quote = supported ? said : null, verdict = supported ? "supported" : "unsupported" };
    }
}
