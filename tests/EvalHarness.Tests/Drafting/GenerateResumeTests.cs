using EvalHarness.Drafting;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Drafting;

/// <summary>Drafting that is killed, on a real child process.</summary>
[NonParallelizable]
internal sealed class GenerateResumeTests
{
    private const int Wanted = 24;
    private const int AnsweredAtOnce = 30;

    [Test]
    public async Task A_killed_generate_goes_on_and_neither_loses_nor_doubles_a_draft()
    {
        using TemporaryFolder folder = new();
        StrangerCorpus.Write(folder, "docs");
        TaskCompletionSource released = new();
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = Stalling(released.Task) });
        var file = folder["samples.drafts.jsonl"];
        string[] arguments = ["generate", folder["docs"], "--url", $"{stub.Url}/v1", "--model", "writer", "--count", $"{Wanted}", "--out", file, "--reports", folder["reports"], "--yes"];
        using var killed = CliProcess.Start(arguments);
        while (!killed.HasExited && Lines(file).Length < 5)
            await Task.Delay(5);
        await killed.KillAsync();
        released.SetResult();
        var before = Lines(file);

        var result = await CliProcess.RunAsync(arguments);

        var drafts = await DraftLines.ReadAsync(file, CancellationToken.None);
        Assert.That(before, Has.Length.InRange(5, Wanted - 1), "it was killed under way");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Lines(file).Take(before.Length), Is.EqualTo(before));
        Assert.That(drafts.Select(d => d.Id), Is.Unique);
        Assert.That(drafts.Count(d => d.Refused is null), Is.EqualTo(Wanted));
    }

    // So that there is something to kill, however busy the machine is.
    private static StubAnswerer Stalling(Task released)
    {
        var asked = 0;
        return async (request, cancellationToken) =>
        {
            if (Interlocked.Increment(ref asked) > AnsweredAtOnce)
                await released.WaitAsync(cancellationToken);
            return await StrangerModel.Answerer(request, cancellationToken);
        };
    }

    // Whole ones: what follows the last line end is being written.
    private static string[] Lines(string file)
    {
        if (!File.Exists(file))
            return [];
        using StreamReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1)];
    }
}
