namespace EvalHarness.Cli.Tracking;

/// <summary>Requests of <c>runs/log-batch</c> that the server takes: 1000 metrics, 100 parameters or 100 tags, and less than 1 MB.</summary>
internal static class MlflowBatches
{
    private const int Metrics = 1000;
    private const int Pairs = 100;

    // A character takes up to six bytes in JSON, and 1 MB is the limit.
    private const int Characters = 150_000;

    public static IEnumerable<object> Of(string run, IEnumerable<MlflowMetric> metrics, IEnumerable<MlflowPair> parameters, IEnumerable<MlflowPair> tags) =>
    [
        .. Parts(parameters).Select(p => new { run_id = run, @params = p.Select(Body) }),
        .. Parts(tags).Select(t => new { run_id = run, tags = t.Select(Body) }),
        .. metrics.Chunk(Metrics).Select(m => new { run_id = run, metrics = m.Select(v => new { key = v.Key, value = v.Value, timestamp = v.Timestamp, step = v.Step }) }),
    ];

    private static object Body(MlflowPair pair) => new { key = pair.Key, value = pair.Value };

    private static IEnumerable<IReadOnlyList<MlflowPair>> Parts(IEnumerable<MlflowPair> pairs)
    {
        List<MlflowPair> part = [];
        foreach (var pair in pairs)
        {
            if (part.Count == Pairs || part.Sum(p => p.Key.Length + p.Value.Length) + pair.Key.Length + pair.Value.Length > Characters)
            {
                yield return part;
                part = [];
            }

            part.Add(pair);
        }

        if (part.Count > 0)
            yield return part;
    }
}
