using System.Text;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Reads what a program says on standard error, so that it never blocks there, and keeps the end of it.</summary>
internal sealed class ErrorOutput
{
    private const int MaxKept = 8 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder kept = new();

    public ErrorOutput(StreamReader reader) => Ended = ReadAsync(reader);

    public Task Ended { get; }

    public string Text
    {
        get
        {
            lock (gate)
                return kept.ToString();
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var block = new char[2048];
        while (await reader.ReadAsync(block) is > 0 and var length)
            Keep(block.AsSpan(0, length));
    }

    private void Keep(ReadOnlySpan<char> block)
    {
        lock (gate)
        {
            kept.Append(block);
            if (kept.Length > 2 * MaxKept)
                kept.Remove(0, kept.Length - MaxKept);
        }
    }
}
