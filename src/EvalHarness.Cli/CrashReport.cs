namespace EvalHarness.Cli;

/// <summary>Leaves what is needed to mend a bug: never the environment, which may hold secrets.</summary>
internal static class CrashReport
{
    public static string Write(Exception exception, IReadOnlyList<string> arguments, TimeProvider time)
    {
        var file = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"evalharness-crash-{time.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        File.WriteAllText(file, $"evalharness {string.Join(' ', arguments)}\n\n{exception}\n");
        return file;
    }
}
