using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Brings a model's token counts into normal form.</summary>
/// <remarks>
/// Input: every chat client counts what was read from or written to a cache within it, Anthropic's too (its service does not, its client adds up).
/// Output: Gemini's and xAI's OpenAI-compatible endpoints leave reasoning out of the output and put it into the total alone; the gap is reasoning.
/// </remarks>
public static class ChatUsage
{
    /// <summary>The additional count of what is kept for an hour, of all that was written to the cache.</summary>
    public const string CacheWriteHour = "CacheCreationHourInputTokens";

    // The names under which Anthropic's chat client hands on what was written to the cache, and how often the model searched the web.
    private const string CacheWrite = "CacheCreationInputTokens";
    private const string Searches = "WebSearchRequests";

    /// <summary>Absent when the reply does not say: its cost is then unknown, never 0.</summary>
    public static TokenUsage? Of(UsageDetails? usage)
    {
        if (usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
            return null;
        var outside = Math.Max(0, (usage.TotalTokenCount ?? 0) - input - output);
        return new TokenUsage(input, output + outside)
        {
            CacheRead = usage.CachedInputTokenCount ?? 0,
            CacheWrite = Counted(usage, CacheWrite),
            CacheWriteHour = Counted(usage, CacheWriteHour),
            Reasoning = Math.Max(outside, usage.ReasoningTokenCount ?? 0),
            Queries = (int)Counted(usage, Searches),
        };
    }

    private static long Counted(UsageDetails usage, string name) => usage.AdditionalCounts?.GetValueOrDefault(name) ?? 0;
}
