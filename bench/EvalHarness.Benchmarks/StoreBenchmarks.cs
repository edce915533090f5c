using BenchmarkDotNet.Attributes;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Benchmarks;

/// <summary>Traces of about 1 KB made durable: one writer that waits for each, and 64 writers at once.</summary>
public class StoreBenchmarks
{
    private const int Traces = 2000;

    private string folder = "";
    private RunStore store = null!;
    private int made;

    [GlobalSetup]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("evalharness-benchmark-").FullName;
        store = RunStore.Open(new RunFolder(folder));
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Traces)]
    [Arguments(1)]
    [Arguments(64)]
    public Task Append(int writers) => Parallel.ForAsync(
        0,
        Traces,
        new ParallelOptions { MaxDegreeOfParallelism = writers },
        async (_, token) => await store.Traces.WriteAsync(Trace(Interlocked.Increment(ref made)), token));

    private static Trace Trace(int number) => new()
    {
        WorkItem = $"item-{number}",
        Pipeline = "rag",
        SampleId = $"s{number}",
        StartedAt = DateTimeOffset.UnixEpoch,
        Answer = new Answer { Text = new string('x', 1024), Usage = new TokenUsage(1000, 50) },
    };
}
