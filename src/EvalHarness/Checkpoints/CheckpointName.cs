using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>Names a checkpoint: <c>helpdesk@2026-03</c>.</summary>
public sealed record CheckpointName
{
    private CheckpointName(string name, string version) => (Name, Version) = (name, version);

    public string Name { get; }

    public string Version { get; }

    /// <summary>Reads <c>name@version</c>. Throws InputException unless both consist of letters, digits, '.', '_' and '-' and begin with a letter or digit: they become a folder's name.</summary>
    public static CheckpointName Parse(string text) =>
        TryParse(text) ?? throw new InputException(new InputProblem($"checkpoint '{text}'", "this is not a checkpoint's name", "Write name@version, of letters, digits, '.', '_' and '-': helpdesk@2026-03."));

    /// <summary>Absent when it is no checkpoint's name.</summary>
    public static CheckpointName? TryParse(string text) =>
        text.Split('@') is [var name, var version] && IsSafe(name) && IsSafe(version) ? new CheckpointName(name, version) : null;

    public override string ToString() => $"{Name}@{Version}";

    private static bool IsSafe(string part) =>
        part.Length > 0 && char.IsAsciiLetterOrDigit(part[0]) && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
