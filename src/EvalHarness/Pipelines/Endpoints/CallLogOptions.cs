using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Carries a call log through the options of a chat or embedding call, from the pipeline to the middleware that fills it.</summary>
public static class CallLogOptions
{
    private const string Key = "evalharness.call-log";

    public static ChatOptions With(this ChatOptions options, CallLog log)
    {
        (options.AdditionalProperties ??= [])[Key] = log;
        return options;
    }

    public static EmbeddingGenerationOptions With(this EmbeddingGenerationOptions options, CallLog log)
    {
        (options.AdditionalProperties ??= [])[Key] = log;
        return options;
    }

    /// <summary>The log, and it is taken out so that no provider is sent it; a new one where nobody keeps one, as in a probe.</summary>
    public static CallLog TakeCallLog(AdditionalPropertiesDictionary? properties)
    {
        if (properties?.TryGetValue(Key, out var log) != true)
            return new CallLog();
        properties.Remove(Key);
        return (CallLog)log!;
    }

    /// <summary>The log without taking it out.</summary>
    public static CallLog? CallLogIn(AdditionalPropertiesDictionary? properties) =>
        properties?.TryGetValue(Key, out var log) == true ? (CallLog)log! : null;
}
