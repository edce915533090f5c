namespace EvalHarness.Stub.Counts;

/// <summary>Keeps the counts; safe for many requests at once.</summary>
public sealed class StubLedger
{
    private readonly Lock gate = new();
    private readonly List<StubReceived> received = [];
    private StubCounts counts = new();

    public StubCounts Counts
    {
        get
        {
            lock (gate)
                return counts;
        }
    }

    public IReadOnlyList<StubReceived> Received
    {
        get
        {
            lock (gate)
                return [.. received];
        }
    }

    /// <summary>A request has come in; returns it with the number of its try.</summary>
    public StubReceived Arrived(StubReceived request)
    {
        lock (gate)
        {
            var numbered = request with { Try = counts.Tries.GetValueOrDefault(request.Call) + 1 };
            received.Add(numbered);
            counts = counts with
            {
                Requests = counts.Requests + 1,
                RequestsByPath = counts.RequestsByPath.SetItem(request.Path, counts.RequestsByPath.GetValueOrDefault(request.Path) + 1),
                Tries = counts.Tries.SetItem(request.Call, numbered.Try),
                InFlight = counts.InFlight + 1,
                MaxInFlight = Math.Max(counts.MaxInFlight, counts.InFlight + 1),
            };
            return numbered;
        }
    }

    /// <summary>It is over.</summary>
    /// <param name="path">Where it was sent.</param>
    public void Ended(string path, StubOutcome outcome)
    {
        lock (gate)
        {
            counts = counts with
            {
                InFlight = counts.InFlight - 1,
                Statuses = counts.Statuses.SetItem(outcome.Status, counts.Statuses.GetValueOrDefault(outcome.Status) + 1),
            };
            if (outcome.Answer is { } answer)
                counts = counts with
                {
                    Answered = counts.Answered + 1,
                    InputTokens = counts.InputTokens + (answer.InputTokens ?? 0),
                    InputTokensByPath = counts.InputTokensByPath.SetItem(path, counts.InputTokensByPath.GetValueOrDefault(path) + (answer.InputTokens ?? 0)),
                    OutputTokens = counts.OutputTokens + (answer.OutputTokens ?? 0),
                    CachedTokens = counts.CachedTokens + answer.CachedTokens,
                    CacheWriteTokens = counts.CacheWriteTokens + answer.CacheWriteTokens,
                    ReasoningTokens = counts.ReasoningTokens + answer.ReasoningTokens,
                };
        }
    }
}
