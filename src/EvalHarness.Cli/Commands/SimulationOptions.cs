using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using EvalHarness.Inputs;
using EvalHarness.Nightly.Simulation;

namespace EvalHarness.Cli.Commands;

/// <summary>What <c>nightly --simulate</c> is told of one's own nights.</summary>
internal sealed class SimulationOptions
{
    private static readonly SimulationSettings Defaults = new();

    private readonly Option<bool> simulate = new("--simulate") { Description = "Try the watch out: false alarms and delay on made-up nights of your own size; nothing is called." };
    private readonly Option<int> rows = new("--rows") { Description = "With --simulate: samples a night.", DefaultValueFactory = _ => Defaults.Rows };
    private readonly Option<double> noise = new("--noise") { Description = "With --simulate: the share of rows that are right or wrong by chance each night.", DefaultValueFactory = _ => Defaults.Noise };
    private readonly Option<int> nights = new("--nights") { Description = "With --simulate: nights of a history.", DefaultValueFactory = _ => Defaults.Nights };
    private readonly Option<int> histories = new("--histories") { Description = "With --simulate: histories of each kind.", DefaultValueFactory = _ => Defaults.Histories };
    private readonly Option<double> drop = new("--drop") { Description = "With --simulate: the drop to be found, as a share.", DefaultValueFactory = _ => Defaults.Drop };
    private readonly Option<int> clusterSize = new("--cluster-size") { Description = "With --simulate: rows of one source document, right or wrong together.", DefaultValueFactory = _ => Defaults.ClusterSize };

    /// <summary>Of the simulation, and of the default guardrail of a night without a policy.</summary>
    public Option<double?> Margin { get; } = new("--margin") { Description = "What is permitted, as a share: of answer-correctness without a policy, and with --simulate. 0.02 when absent." };

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(simulate);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[simulate, Margin, rows, noise, nights, histories, drop, clusterSize])
            command.Add(option);
    }

    /// <exception cref="InputException">A number is out of its range.</exception>
    public SimulationSettings Read(ParseResult parsed)
    {
        SimulationSettings settings = new()
        {
            Rows = parsed.GetValue(rows),
            Noise = parsed.GetValue(noise),
            Margin = parsed.GetValue(Margin) ?? Defaults.Margin,
            Nights = parsed.GetValue(nights),
            Histories = parsed.GetValue(histories),
            Drop = parsed.GetValue(drop),
            ClusterSize = parsed.GetValue(clusterSize),
        };
        List<ValidationResult> faults = [];
        return Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true)
            ? settings
            : throw new InputException([.. faults.Select(f => new InputProblem("--simulate", f.ErrorMessage!.TrimEnd('.'), "Mend the option."))]);
    }
}
