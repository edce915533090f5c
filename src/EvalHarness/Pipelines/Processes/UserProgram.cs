using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>A program that an experiment names: checked, hashed and started in one way, whatever it is asked.</summary>
/// <param name="where">The place in the experiment file, for messages.</param>
/// <param name="home">The experiment file's folder, absolute.</param>
internal sealed class UserProgram(string where, string home, ProcessSettings settings, EnvironmentText environment)
{
    private string Folder => Path.GetFullPath(settings.Folder ?? ".", home);

    /// <summary>Masks the values of the variables that the program is given.</summary>
    public Excerpt Excerpt { get; } = new(settings.Environment.Values.SelectMany(environment.Secrets));

    /// <param name="allowed">Whether the command line has <c>--allow-plugins</c>.</param>
    /// <exception cref="InputException">It must not be started, or cannot be.</exception>
    public void Check(bool allowed)
    {
        var problems = new ProblemList();
        if (!allowed)
            problems.Add(where, $"it starts a program ({string.Join(' ', settings.Command)}), which needs --allow-plugins", "Read what it starts, then give --allow-plugins.");
        else if (NamedPath.MissingFolder(where, settings.Folder ?? ".", home, "folder: ") is { } missing)
            problems.Add(missing);
        else if (Program() is null)
            problems.Add(where, $"command: there is no program '{settings.Command[0]}'", $"Install it, or write its path; a path with a slash starts at {Folder}, a name is looked up on PATH.");
        foreach (var (name, value) in settings.Environment)
            foreach (var missing in environment.Missing(value))
                problems.Add(where, $"environment.{name}: the environment variable {missing} is not set", "Set it, or take ${" + missing + "} out.");
        problems.ThrowIfAny();
    }

    /// <summary>The files that the command names below the experiment's folder; the rest is known by the version that the settings declare.</summary>
    public IReadOnlyDictionary<string, string> ContentHashes() => settings.Command
        .Distinct(StringComparer.Ordinal)
        .Select(part => (Part: part, File: Path.GetFullPath(part, Folder)))
        .Where(p => IsBelow(p.File, home) && File.Exists(p.File))
        .ToDictionary(p => $"command {p.Part}", p => ContentHash.OfFile(p.File), StringComparer.Ordinal);

    /// <summary>Starts nothing before the first question.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="say">Told what is waited for when a start takes long.</param>
    public WorkerPool Pool(string name, TimeProvider time, Action<string>? say) =>
        new(name, Command(), settings.Workers, TimeSpan.FromSeconds(settings.StartSeconds), Excerpt, time, say);

    /// <summary>What is started; it was checked before.</summary>
    public ProgramCommand Command() => ProgramCommand.From(settings, Program()!, Folder, environment);

    private string? Program() => ProgramFile.Find(settings.Command[0], Folder, environment);

    private static bool IsBelow(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
