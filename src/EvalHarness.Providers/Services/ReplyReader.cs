using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Providers.Services;

/// <summary>Reads an answer out of a service's reply.</summary>
internal sealed class ReplyReader(HttpSettings settings, Excerpt excerpt)
{
    private readonly ReplyPaths paths = settings.Reply;
    private readonly PassageReader passages = new(settings.Reply, excerpt);

    /// <exception cref="ServiceContractException">Something that makes up the answer is not where the experiment says.</exception>
    public Answer Read(ServiceReply reply) => new()
    {
        Text = Text(reply),
        Passages = passages.Read(reply),
        Citations = paths.Citations is { } path ? [.. Many(reply, "reply.citations", path).Select(v => v.Text)] : null,
        Usage = Usage(reply),
        Model = Model(reply),
    };

    public string? Model(ServiceReply reply) =>
        settings.PriceAs ?? (paths.Model is { } path && reply.Select(path) is [{ IsText: true } named, ..] ? named.Text : null);

    /// <summary>Absent when the reply does not say: its cost is then unknown.</summary>
    /// <exception cref="ServiceContractException">A count is no whole number, or cached and reasoning tokens exceed what contains them.</exception>
    public TokenUsage? Usage(ServiceReply reply)
    {
        if (paths.Usage is not { } at || Count(reply, "input", at.Input) is not { } input || Count(reply, "output", at.Output) is not { } output)
            return null;
        var usage = new TokenUsage(input, output)
        {
            CacheRead = Count(reply, "cache_read", at.CacheRead) ?? 0,
            CacheWrite = Count(reply, "cache_write", at.CacheWrite) ?? 0,
            Reasoning = Count(reply, "reasoning", at.Reasoning) ?? 0,
        };
        if (usage.CacheRead + usage.CacheWrite > usage.Input || usage.Reasoning > usage.Output)
            throw Broken(reply, $"reply.usage: of {usage.Input} input tokens {usage.CacheRead} were read from a cache and {usage.CacheWrite} written to one, of {usage.Output} output tokens {usage.Reasoning} were reasoning: the whole must contain its parts");
        return usage;
    }

    public IEnumerable<(Stage Stage, TimeSpan Duration)> Stages(ServiceReply reply)
    {
        foreach (var (name, path) in paths.Stages)
        {
            if (reply.Select(path) is not [{ IsNull: false } found, ..])
                continue;
            yield return found.Number is >= 0 and <= 1e9 and { } milliseconds
                ? (new Stage(name), TimeSpan.FromMilliseconds(milliseconds))
                : throw Broken(reply, $"reply.stages.{name}: '{path}' is {excerpt.Start(found.Text)}, not milliseconds");
        }
    }

    private string Text(ServiceReply reply)
    {
        if (paths.Answer is not { } path)
            return reply.Streamed ?? "";
        return reply.Select(path) switch
        {
            [{ IsNull: false } found, ..] => found.Text,
            [] when reply.Streamed is { Length: > 0 } streamed => streamed,
            [] => throw Broken(reply, $"reply.answer: there is nothing at '{path}'"),
            _ => throw Broken(reply, $"reply.answer: '{path}' is null"),
        };
    }

    private IReadOnlyList<ReplyValue> Many(ServiceReply reply, string key, string path) =>
        ManyValues.At(reply, path) ?? throw Broken(reply, $"{key}: there is nothing at '{path}'");

    private long? Count(ServiceReply reply, string name, string? path)
    {
        if (path is null || reply.Select(path) is not [{ IsNull: false } found, ..])
            return null;
        return found.Number is >= 0 and <= int.MaxValue and { } count && double.IsInteger(count)
            ? (long)count
            : throw Broken(reply, $"reply.usage.{name}: '{path}' is {excerpt.Start(found.Text)}, not a number of tokens");
    }

    private ServiceContractException Broken(ServiceReply reply, string what) => new($"{what}. The reply starts: {excerpt.Start(reply.Body)}");
}
