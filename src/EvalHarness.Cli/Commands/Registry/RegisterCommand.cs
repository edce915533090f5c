using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Makes a checkpoint known to the registry.</summary>
internal sealed class RegisterCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string?> name = new("name") { Description = "name@version; not with --from.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> from = new("--from") { Description = "A folder with a checkpoint.json, as evalharness train writes it: all is read from there." };
    private readonly Option<string?> provider = new("--provider") { Description = "Who serves it: openai, or the name of an endpoint." };
    private readonly Option<string?> modelId = new("--model-id") { Description = "The tuned model's name at its provider: ft:gpt-4o-mini-2024-07-18:acme::abc123." };
    private readonly Option<string?> artefact = new("--artefact") { Description = "The file or folder with the weights; it is hashed." };
    private readonly Option<string?> baseModel = new("--base-model") { Description = "What was tuned." };
    private readonly Option<string?> training = new("--training") { Description = "The training file; it is hashed." };
    private readonly Option<string?> trainingHash = new("--training-hash") { Description = "The training file's SHA-256, where the file is not at hand." };
    private readonly Option<string[]> parameters = new("--parameter") { Description = "A hyper-parameter: --parameter epochs=3. As often as needed.", DefaultValueFactory = _ => [] };
    private readonly Option<int?> seed = new("--seed") { Description = "The seed of the training." };
    private readonly Option<string?> parent = new("--parent") { Description = "The checkpoint that the training started from, as name@version." };
    private readonly Option<decimal?> cost = new("--cost-usd") { Description = "What the training cost; unknown when absent." };
    private readonly Option<DateTimeOffset?> date = new("--date") { Description = "When it was trained: 2026-11-23; now when absent.", CustomParser = Date };
    private readonly RegistryOptions registry = new();

    public Command Build()
    {
        var verb = new Verb(
            "register",
            "Make a checkpoint known: what it is, where it is, and what it was made from. A version is registered once; what it says never changes.",
            "evalharness train experiment.yaml && evalharness checkpoints register --from checkpoints/helpdesk@3",
            "evalharness checkpoints register support@7 --provider openai --model-id ft:gpt-4o-mini-2024-07-18:acme::abc123 --base-model gpt-4o-mini-2024-07-18 --training train.jsonl --parameter epochs=3 --seed 42 --cost-usd 18.40",
            "evalharness checkpoints register support@8 --provider vllm --artefact adapters/support-8 --parent support@7 --training train.jsonl")
        {
            name, from, provider, modelId, artefact, baseModel, training, trainingHash, parameters, seed, parent, cost, date,
        };
        registry.AddTo(verb, writes: true);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(from) is null == result.GetValue(name) is null)
                result.AddError("Give name@version with --provider, or --from a checkpoint's folder.");
            else if (result.GetValue(from) is null && result.GetValue(provider) is null)
                result.AddError("--provider says who serves the checkpoint: openai, or the name of an endpoint.");
        });
        verb.SetAction(Register);
        return verb;
    }

    private int Register(ParseResult parsed)
    {
        using var writer = registry.Open(parsed, terminal, time);
        var checkpoint = parsed.GetValue(from) is { } folder ? CheckpointRecord.From(folder, writer.Registry.Folder) : Described(parsed, writer.Registry);
        var known = writer.Registry.Checkpoints.FirstOrDefault(c => c.FullName == checkpoint.FullName);
        if (known is not null && !known.IsSame(checkpoint))
            throw new InputException(new InputProblem(checkpoint.FullName, "another checkpoint of that name and version is registered", "Give this one another version; evalharness checkpoints diff shows how registered ones differ."));
        if (checkpoint.Parent is { } of && writer.Registry.Checkpoints.All(c => c.FullName != of))
            terminal.Note($"note: its parent {of} is not registered");
        var entry = known is null ? writer.Add(checkpoint) : null;
        Print(parsed, checkpoint, entry);
        return ExitCode.Done;
    }

    private CheckpointRecord Described(ParseResult parsed, CheckpointRegistry registry)
    {
        var parsedName = CheckpointName.Parse(parsed.GetValue(name)!);
        if (parsed.GetValue(modelId) is null && parsed.GetValue(artefact) is null)
            throw new InputException(new InputProblem("checkpoints register", "nothing says which model it is", "Give --model-id, --artefact, or both."));
        return new CheckpointRecord
        {
            Name = parsedName.Name,
            Version = parsedName.Version,
            Provider = parsed.GetRequiredValue(provider)!,
            ModelId = parsed.GetValue(modelId),
            Artefact = parsed.GetValue(artefact) is { } path ? Artefact.At(path, registry.Folder) : null,
            BaseModel = parsed.GetValue(baseModel),
            TrainingHash = TrainingHash(parsed),
            Parameters = Parameters(parsed),
            Seed = parsed.GetValue(seed),
            Parent = parsed.GetValue(parent) is { } of ? CheckpointName.Parse(of).ToString() : null,
            // 18.40 and 18.4 are one sum, and get one text.
            CostUsd = parsed.GetValue(cost) / 1.0000000000000000000000000000m,
            Date = parsed.GetValue(date) ?? time.GetUtcNow(),
        };
    }

    private string? TrainingHash(ParseResult parsed)
    {
        var said = parsed.GetValue(trainingHash)?.ToLowerInvariant();
        if (said is not null && (said.Length != 64 || !said.All(char.IsAsciiHexDigitLower)))
            throw new InputException(new InputProblem("--training-hash", $"'{said}' is no SHA-256", "Write its 64 hexadecimal digits, or name the file: --training."));
        if (parsed.GetValue(training) is not { } file)
            return said;
        if (!File.Exists(file))
            throw new InputException(InputText.Missing(file));
        return ContentHash.OfFile(file);
    }

    private SortedDictionary<string, string> Parameters(ParseResult parsed)
    {
        SortedDictionary<string, string> read = new(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(parameters)!)
            read[text.Split('=')[0]] = text.Split('=', 2) is [{ Length: > 0 }, var value]
                ? value
                : throw new InputException(new InputProblem("--parameter", $"'{text}' is no hyper-parameter", "Write name=value: --parameter epochs=3."));
        return read;
    }

    private void Print(ParseResult parsed, CheckpointRecord checkpoint, RegistryEntry? entry)
    {
        if (registry.IsJson(parsed))
            terminal.Line(JsonSerializer.Serialize(new { registered = entry is not null, checkpoint, sequence = entry?.Sequence, hash = entry?.Hash }, RunJson.Compact));
        else
            terminal.Line(entry is null ? $"{checkpoint.FullName} is registered already, and the same" : string.Create(CultureInfo.InvariantCulture, $"{checkpoint.FullName} is registered (entry {entry.Sequence}, {ContentHash.Short(entry.Hash)})"));
    }

    private static DateTimeOffset? Date(ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return at;
        result.AddError($"--date: '{result.Tokens[0].Value}' is no day. Write 2026-11-23.");
        return null;
    }
}
