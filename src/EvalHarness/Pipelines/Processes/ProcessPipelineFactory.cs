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

    public void Check(PipelineSpec spec)
    {
        var settings = Settings(spec);
        var problems = new ProblemList();
        var where = $"pipeline '{spec.Name}'";
        if (!allowed)
            problems.Add(where, $"it starts a program ({string.Join(' ', settings.Command)}), which needs --allow-plugins", "Read what it starts, then give --allow-plugins.");
        else if (!Directory.Exists(Folder(spec, settings)))
            problems.Add(where, $"folder: '{settings.Folder}' does not exist", $"Paths start at the experiment file's folder, {spec.Folder}.");
        else if (Program(spec, settings) is null)
            problems.Add(where, $"command: there is no program '{settings.Command[0]}'", $"Install it, or write its path; a path with a slash starts at {Folder(spec, settings)}, a name is looked up on PATH.");
        foreach (var (name, value) in settings.Environment)
            foreach (var missing in environment.Missing(value))
                problems.Add(where, $"environment.{name}: the environment variable {missing} is not set", "Set it, or take ${" + missing + "} out.");
        problems.ThrowIfAny();
    }

    /// <summary>The files that the command names below the experiment's folder; the rest is known by the version that the settings declare.</summary>
    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec)
    {
        var settings = Settings(spec);
        return settings.Command
            .Distinct(StringComparer.Ordinal)
            .Select(part => (Part: part, File: Path.GetFullPath(part, Folder(spec, settings))))
            .Where(p => IsBelow(p.File, spec.Folder) && File.Exists(p.File))
            .ToDictionary(p => $"command {p.Part}", p => ContentHash.OfFile(p.File), StringComparer.Ordinal);
    }

    public Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken)
    {
        Check(spec);
        var settings = Settings(spec);
        var excerpt = new Excerpt(settings.Environment.Values.SelectMany(environment.Secrets));
        var command = ProgramCommand.From(settings, Program(spec, settings)!, Folder(spec, settings), environment);
        var pool = new WorkerPool(spec.Name, command, settings.Workers, TimeSpan.FromSeconds(settings.StartSeconds), excerpt, time);
        pools.Add(pool);
        return Task.FromResult<IPipeline>(new ProcessPipeline(spec.Name, settings.PriceAs, pool, excerpt, time));
    }

    /// <summary>Ends every program that is still running, with its children.</summary>
    public void Dispose()
    {
        foreach (var pool in pools)
            pool.Dispose();
    }

    private static ProcessSettings Settings(PipelineSpec spec) => spec.Settings.Deserialize<ProcessSettings>(InputJson.Options)!;

    private static string Folder(PipelineSpec spec, ProcessSettings settings) => spec.Resolve(settings.Folder ?? ".");

    private string? Program(PipelineSpec spec, ProcessSettings settings) => ProgramFile.Find(settings.Command[0], Folder(spec, settings), environment);

    private static bool IsBelow(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
