using System.Collections.Concurrent;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests;

/// <summary>Pipelines that do what a test says; the model's name in the experiment file is the script's.</summary>
internal sealed class ScriptedPipelines : IPipelineFactory
{
    private readonly Dictionary<string, Func<PipelineRequest, int, CancellationToken, Task<Answer>>> scripts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Script, string Question)> calls = [];

    public string Kind => "chat";

    /// <summary>Every call there was, in order.</summary>
    public IReadOnlyList<(string Script, string Question)> Calls => [.. calls];

    /// <param name="script">Told the request and which call with this question it is, from 1.</param>
    public ScriptedPipelines With(string name, Func<PipelineRequest, int, CancellationToken, Task<Answer>> script)
    {
        scripts[name] = script;
        return this;
    }

    public ScriptedPipelines With(string name, Func<PipelineRequest, string> reply) => With(name, (request, _, _) => Task.FromResult(Some.Answer(reply(request))));

    public void Check(PipelineSpec spec)
    {
    }

    public IReadOnlyDictionary<string, string> ContentHashes(PipelineSpec spec) => new Dictionary<string, string>();

    public Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken) =>
        Task.FromResult<IPipeline>(new Scripted(this, (string)spec.Settings["model"]!["name"]!));

    private sealed class Scripted(ScriptedPipelines owner, string name) : IPipeline
    {
        public Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
        {
            owner.calls.Enqueue((name, request.Question));
            var call = owner.calls.Count(c => c == (name, request.Question));
            return owner.scripts[name](request, call, cancellationToken);
        }
    }
}
