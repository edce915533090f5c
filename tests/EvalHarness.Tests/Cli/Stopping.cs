using System.Text;

namespace EvalHarness.Tests.Cli;

/// <summary>Stops the command when the first tenth of the answers is told of.</summary>
internal sealed class Stopping : TextWriter
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        if (value?.StartsWith("answers ", StringComparison.Ordinal) == true)
            source.Cancel();
    }

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }
}
