using System.Collections.Concurrent;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Builds pipelines that ask a program of the user's. No program is started before the first question; all are ended with the factory.</summary>
/// <param name="allowed">Whether the command line has <c>--allow-plugins</c>.</param>
public sealed class ProcessPipelineFactory(bool allowed, TimeProvider time, EnvironmentText environment) : IPipelineFactory, IDisposable
{
    public const string ProcessKind = "process";

    private readonly ConcurrentBag<WorkerPool> pools = [];

    public ProcessPipelineFactory(bool allowed, TimeProvider time)
        : this(allowed, time, EnvironmentText.Own)
    {
    }

    public string Kind => ProcessKind;

    /// <summary>Told what is waited for when a start takes long.</summary>
    public Action<string>? Say { get; init; }

    public void Check(PipelineSpec spec) => Program(spec).Check(allowed);

    /// <summary>The files that the command names below the experiment's folder; the rest is known by the version that the settings declare.</summary>
    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec) => Program(spec).ContentHashes();

    public Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken)
    {
        Check(spec);
        var program = Program(spec);
        var pool = program.Pool(spec.Name, time, Say);
        pools.Add(pool);
        return Task.FromResult<IPipeline>(new ProcessPipeline(spec.Name, Settings(spec).PriceAs, pool, program.Excerpt, time));
    }

    /// <summary>Ends every program that is still running, with its children.</summary>
    public void Dispose()
    {
        foreach (var pool in pools)
            pool.Dispose();
    }

    private UserProgram Program(PipelineSpec spec) => new($"pipeline '{spec.Name}'", spec.Folder, Settings(spec), environment);

    private static ProcessSettings Settings(PipelineSpec spec) => spec.Settings.Deserialize<ProcessSettings>(InputJson.Options)!;
}
