using EvalHarness.Inputs;

namespace EvalHarness.Cli;

/// <summary>Leaves what is needed to mend a bug: never the environment, which may hold secrets, nor what came of it into a message.</summary>
internal sealed class CrashReport(Exception exception, IReadOnlyList<string> arguments)
{
    private readonly SecretMask mask = EnvironmentSecrets.Mask(arguments);

    public string Message => mask.Apply(exception.Message);

    /// <returns>The file.</returns>
    public string Write(TimeProvider time)
    {
        var file = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"evalharness-crash-{time.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        File.WriteAllText(file, mask.Apply($"evalharness {string.Join(' ', arguments)}\n\n{exception}\n"));
        return file;
    }
}
