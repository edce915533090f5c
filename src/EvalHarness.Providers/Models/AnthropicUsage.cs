using Anthropic.Models.Messages;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Hands on what the Anthropic SDK's chat client leaves out of the usage: how much was written to the cache for an hour, which costs more.</summary>
internal static class AnthropicUsage
{
    public static ChatResponse WithCacheHours(this ChatResponse response)
    {
        Add(response.Usage, KeptForAnHour((response.RawRepresentation as Message)?.Usage));
        return response;
    }

    /// <summary>The stream; only its start says it, and its end counts.</summary>
    public static async IAsyncEnumerable<ChatResponseUpdate> WithCacheHours(this IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        long written = 0;
        await foreach (var update in updates)
        {
            if (update.RawRepresentation is RawMessageStreamEvent streamed && streamed.TryPickStart(out var start))
                written = KeptForAnHour(start.Message.Usage);
            foreach (var usage in update.Contents.OfType<UsageContent>())
                Add(usage.Details, written);
            yield return update;
        }
    }

    private static long KeptForAnHour(Usage? usage) => usage?.CacheCreation?.Ephemeral1hInputTokens ?? 0;

    private static void Add(UsageDetails? usage, long written)
    {
        if (usage is not null && written > 0)
            (usage.AdditionalCounts ??= [])[ChatUsage.CacheWriteHour] = written;
    }
}
