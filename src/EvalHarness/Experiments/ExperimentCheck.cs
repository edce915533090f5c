using System.Text.Json;
using EvalHarness.Calibration;
using EvalHarness.Checkpoints;
using EvalHarness.Decisions;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Schemas;

namespace EvalHarness.Experiments;

/// <summary>Checks what stands in several places of an experiment file, or in other files.</summary>
internal sealed class ExperimentCheck(Experiment experiment, SourceMap source)
{
    private readonly ProblemList problems = new();

    /// <exception cref="InputException">There are problems.</exception>
    public void ThrowIfWrong()
    {
        CheckBaseline();
        CheckLoad();
        CheckPriceNames();
        CheckFile("/dataset", experiment.Dataset);
        foreach (var prices in experiment.Prices)
            CheckFile("/prices", prices);
        foreach (var calibration in experiment.Calibrations)
            CheckRead("/calibration", calibration, path => AttachedCalibration.Read(path, calibration));
        CheckRead("/policy", experiment.Policy, file => PolicyReader.Read(file));
        CheckRead("/decision", experiment.Decision, CheckDecision);
        CheckFolder("/corpus", experiment.Corpus);
        CheckAnswerSchema();
        foreach (var (index, cost) in experiment.FixedCosts.Index())
            CheckFixedCost($"/fixed_costs/{index}", cost);
        CheckTuning();
        CheckFreshness();
        foreach (var (name, recipe) in experiment.Checkpoints)
            CheckRecipe(JsonPointer.Append("/checkpoints", name), recipe);
        foreach (var pipeline in experiment.Pipelines.Where(p => p.Kind == ChatPipelineFactory.ChatKind))
            CheckChat(JsonPointer.Append("/pipelines", pipeline.Name), pipeline);
        problems.ThrowIfAny();
    }

    private void CheckBaseline()
    {
        string[] names = [.. experiment.Pipelines.Select(p => p.Name)];
        if (!names.Contains(experiment.Baseline))
            problems.Add(source.Where("/baseline"), $"baseline: there is no pipeline '{experiment.Baseline}'", $"{NearestName.Question(experiment.Baseline, names)}Pipelines: {string.Join(", ", names)}.");
    }

    // Such pipelines share their answers, and an answer has one price.
    private void CheckPriceNames()
    {
        foreach (var alike in experiment.Pipelines.GroupBy(p => p.Identity, StringComparer.Ordinal))
            if (alike.FirstOrDefault(p => p.PriceNames() != alike.First().PriceNames()) is { } other)
                problems.Add(source.Where(JsonPointer.Append("/pipelines", other.Name)), $"pipelines '{alike.First().Name}' and '{other.Name}' differ in price_as alone", "Keep one of them: change its price_as afterwards and score the run again for the other price.");
    }

    // A fixed number in flight waits for the slow ones; arrivals wait for nobody.
    private void CheckLoad()
    {
        if (experiment.Run is { Concurrency: not null, ArrivalRate: not null })
            problems.Add(source.Where("/run/arrival_rate"), "run: concurrency and arrival_rate exclude one another", "Keep concurrency for a fixed number of samples in flight, or arrival_rate for a fixed number begun per second.");
    }

    private void CheckTuning()
    {
        string[] names = [.. experiment.Pipelines.Select(p => p.Name)];
        foreach (var name in experiment.Tuning.Keys.Except(names))
            problems.Add(source.Where(JsonPointer.Append("/tuning", name), name: true), $"there is no pipeline '{name}'", $"{NearestName.Question(name, names)}Pipelines: {string.Join(", ", names)}.");
    }

    private void CheckFreshness()
    {
        if (experiment.Freshness is not { } freshness)
            return;
        string[] names = [.. experiment.Pipelines.Select(p => p.Name)];
        foreach (var name in freshness.Pipelines.Keys.Except(names))
            problems.Add(source.Where(JsonPointer.Append("/freshness/pipelines", name), name: true), $"there is no pipeline '{name}'", $"{NearestName.Question(name, names)}Pipelines: {string.Join(", ", names)}.");
        CheckFolder("/freshness/change/from", freshness.Change.From);
        CheckFolder("/freshness/change/to", freshness.Change.To);
        if (freshness.Change is { From: { } from, To: { } to } && experiment.Resolve(from) == experiment.Resolve(to))
            problems.Add(source.Where("/freshness/change/to"), "articles would be copied onto themselves", "Name the folder that is served, a copy of the older snapshot.");
    }

    private void CheckFixedCost(string pointer, FixedCost cost)
    {
        string[] names = [.. experiment.Pipelines.Select(p => p.Name)];
        foreach (var name in cost.For.Except(names))
            problems.Add(source.Where($"{pointer}/for"), $"there is no pipeline '{name}'", $"{NearestName.Question(name, names)}Pipelines: {string.Join(", ", names)}.");
        if (FixedCostSum.Of(cost).Usd is null)
            problems.Add(source.Where(pointer), $"nothing says what the {cost.Kind} comes to", "Say usd with its source, rows with tokens_per_row and usd_per_million_tokens, gpu_hours or hours_per_month with usd_per_hour, or gb with usd_per_gb_day.");
        if (cost is { Usd: not null, Source: null })
            problems.Add(source.Where($"{pointer}/usd"), "a sum without a source", "Say where it is from: source: an invoice, an address.");
    }

    private void CheckAnswerSchema()
    {
        const string Pointer = "/answer/schema";
        if (experiment.Answer.Schema is not { } schema || !CheckFile(Pointer, schema))
            return;
        try
        {
            SchemaFile.Read(experiment.Resolve(schema));
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
        }
    }

    private void CheckDecision(string file)
    {
        foreach (var (arm, pipeline) in DecisionReader.Read(file).Arms.Where(a => experiment.Pipelines.All(p => p.Name != a.Value)))
            problems.Add(new InputProblem(file, $"arms.{ArmNames.Of(arm)} names '{pipeline}', which is no pipeline of the experiment", $"There are: {string.Join(", ", experiment.Pipelines.Select(p => p.Name))}."));
    }

    private void CheckRead(string pointer, string? named, Action<string> read)
    {
        if (named is not { } file || !CheckFile(pointer, file))
            return;
        try
        {
            read(experiment.Resolve(file));
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
        }
    }

    private void CheckRecipe(string pointer, CheckpointRecipe recipe)
    {
        CheckFile($"{pointer}/train", recipe.Train);
        CheckFolder($"{pointer}/corpus", recipe.Corpus);
    }

    private void CheckChat(string pointer, PipelineSpec pipeline)
    {
        var settings = pipeline.Settings.Deserialize<ChatSettings>(InputJson.Options)!;
        CheckFile($"{pointer}/prompt", settings.Prompt);
        CheckFile($"{pointer}/examples", settings.Examples);
        CheckFolder($"{pointer}/corpus", settings.Corpus);
        CheckModel($"{pointer}/model", settings.Model);
        // A model behind an endpoint was found in the registry.
        if (settings.Model.Endpoint is null)
            CheckCheckpoint($"{pointer}/model/checkpoint", settings.Model.Checkpoint);
        if (settings.Retrieval is { } retrieval)
            CheckRetrieval($"{pointer}/retrieval", retrieval);
    }

    private void CheckModel(string pointer, ModelOptions model)
    {
        if (model.Endpoint is { } name && NamedEndpoint.Find(name, experiment.Endpoints) is null)
            problems.Add(source.Where($"{pointer}/endpoint"), $"there is no endpoint '{name}'", $"{NearestName.Question(name, [.. experiment.Endpoints.Keys])}Describe it under endpoints:; openai and anthropic need no entry.");
        if (model.ResponseFormat == "json_schema" && experiment.Answer.Schema is null)
            problems.Add(source.Where($"{pointer}/response_format"), "json_schema is asked for, and the experiment has no answer schema", "Name one under answer: schema:, or write json_object.");
    }

    private void CheckCheckpoint(string pointer, string? name)
    {
        if (name is null || experiment.Checkpoints.ContainsKey(name))
            return;
        if (CheckpointName.TryParse(name) is not { } checkpoint || !new CheckpointFolder(experiment.Folder).Contains(checkpoint))
            problems.Add(source.Where(pointer), $"checkpoint '{name}' is not there", $"{NearestName.Question(name, [.. experiment.Checkpoints.Keys])}Say under checkpoints: how it is trained, or train it first.");
    }

    private void CheckRetrieval(string pointer, RetrievalOptions retrieval)
    {
        CheckFolder($"{pointer}/corpus", retrieval.Corpus);
        if (retrieval.Chunk.Overlap >= retrieval.Chunk.Tokens)
            problems.Add(source.Where($"{pointer}/chunk/overlap"), $"an overlap of {retrieval.Chunk.Overlap} in windows of {retrieval.Chunk.Tokens} tokens", "Make the overlap smaller than the window, or it never moves on.");
        if (retrieval.Passages > retrieval.Candidates)
            problems.Add(source.Where($"{pointer}/passages"), $"{retrieval.Passages} passages out of {retrieval.Candidates} candidates", "Ask for at most as many passages as candidates.");
    }

    private bool CheckFile(string pointer, string? path)
    {
        if (path is null || NamedPath.MissingFile(source.Where(pointer), path, experiment.Folder) is not { } missing)
            return path is not null;
        problems.Add(missing);
        return false;
    }

    private void CheckFolder(string pointer, string? path)
    {
        if (path is not null && NamedPath.MissingFolder(source.Where(pointer), path, experiment.Folder) is { } missing)
            problems.Add(missing);
    }
}
