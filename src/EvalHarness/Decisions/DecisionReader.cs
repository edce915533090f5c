using System.Text.Json.Nodes;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Decisions.Studies;
using EvalHarness.Inputs;

namespace EvalHarness.Decisions;

/// <summary>Reads a decision file: docs/schemas/decision.schema.json, then what a schema cannot say.</summary>
public static class DecisionReader
{
    private static readonly string[] ByCriterion = ["margins", "weights"];

    /// <exception cref="InputException">The file is missing or wrong: all problems, each with its place.</exception>
    public static DecisionSettings Read(string file)
    {
        var document = YamlFile.Read(file);
        document.Check("decision");
        var root = document.Root!.AsObject();
        CheckCriteria(file, root);
        return new DecisionSettings
        {
            File = Path.GetFullPath(file),
            Hash = ContentHash.Of(root.ToJsonString()),
            Arms = Members(root, "arms").ToDictionary(a => ArmNames.Parse(a.Key), a => a.Value!.GetValue<string>()),
            VolumePerDay = Number(root, "volume_per_day"),
            HorizonDays = (int?)root["horizon_days"] ?? 365,
            ChangesPerMonth = Number(root, "changes_per_month"),
            ChangedShare = Number(root, "changed_share"),
            UnanswerableShare = Number(root, "unanswerable_share"),
            WrongAnswerUsd = Number(root, "wrong_answer_usd"),
            LatencyObjectiveMs = Number(root, "latency_objective_ms"),
            BudgetUsdPerMonth = Number(root, "budget_usd_per_month"),
            MustCite = Number(root, "must_cite"),
            MustFormat = Number(root, "must_format"),
            Slices = Members(root, "slices").ToDictionary(s => s.Key, s => s.Value!.GetValue<string>(), StringComparer.Ordinal),
            Traffic = Traffic(file, Members(root, "traffic")),
            Margins = Members(root, "margins").ToDictionary(m => m.Key, m => m.Value!.GetValue<double>(), StringComparer.Ordinal),
            StudySplit = (string?)root["study_split"] ?? DecisionSettings.None.StudySplit,
            Studies = StudyPlans.Read(root["studies"] as JsonObject),
            StudyKey = StudyPlans.Key(root),
            Load = StudyPlans.ReadLoad(root["load"] as JsonObject),
            Weights = Members(root, "weights").ToDictionary(w => w.Key, w => w.Value!.GetValue<double>(), StringComparer.Ordinal),
        };
    }

    // The list is code's, not the schema's: a criterion that is new here would else have to be added there.
    private static void CheckCriteria(string file, JsonObject root)
    {
        var known = Criteria.All.Select(c => c.Id).ToList();
        var unknown = ByCriterion.SelectMany(key => Members(root, key).Select(m => (key, m.Key))).Where(m => !known.Contains(m.Key)).ToList();
        if (unknown.Count > 0)
            throw new InputException([.. unknown.Select(u => new InputProblem(file, $"{u.key} names '{u.Key}', which is no criterion", $"There are: {string.Join(", ", known)}."))]);
    }

    // Slices of one tag do not overlap; what they leave out would count for nothing in silence.
    private static Dictionary<string, double> Traffic(string file, JsonObject shares)
    {
        var traffic = shares.ToDictionary(s => s.Key, s => s.Value!.GetValue<double>(), StringComparer.Ordinal);
        if (traffic.Count > 0 && traffic.Keys.Select(k => k.Split('=')[0]).Distinct().Count() > 1)
            throw new InputException(new InputProblem($"{file}: traffic", "its slices are of more than one tag", "Name the values of one tag: { length=short: 0.6, length=long: 0.4 }."));
        return traffic.Count == 0 || Math.Abs(traffic.Values.Sum() - 1) <= 0.001
            ? traffic
            : throw new InputException(new InputProblem($"{file}: traffic", FormattableString.Invariant($"its shares sum to {traffic.Values.Sum():0.###}"), "Give each value of the tag its share, so that they sum to 1."));
    }

    private static JsonObject Members(JsonObject holder, string key) => (holder[key] as JsonObject) ?? [];

    private static double? Number(JsonObject holder, string key) => (double?)holder[key];
}
