namespace EvalHarness.Cli;

/// <summary>What the program's exit tells a script, the same for every verb.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A verdict against: an alarm.</summary>
    public const int Against = 1;

    /// <summary>Bad input, bad arguments, or a pipeline without a usable row.</summary>
    public const int Invalid = 3;

    /// <summary>Stopped before the end; the same command goes on from there.</summary>
    public const int Stopped = 4;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;
}
