using EvalHarness.Pipelines;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One try under way: whoever makes it says when the first token came and what was used.</summary>
public sealed class CallScope(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public TimeSpan? FirstTokenAfter { get; private set; }

    public string? Model { get; private set; }

    public TokenUsage? Usage { get; private set; }

    /// <summary>Called at each piece of a stream; only the first counts.</summary>
    public void Token() => FirstTokenAfter ??= Elapsed;

    public void Used(string? model, TokenUsage? usage) => (Model, Usage) = (model, usage);
}
