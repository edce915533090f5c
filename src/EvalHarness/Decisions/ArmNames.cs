namespace EvalHarness.Decisions;

/// <summary>What an arm is called in files: <c>fine-tuned</c>.</summary>
public static class ArmNames
{
    private static readonly (Arm Arm, string Name)[] Names =
        [(Arm.Base, "base"), (Arm.Prompted, "prompted"), (Arm.Rag, "rag"), (Arm.FineTuned, "fine-tuned"), (Arm.Hybrid, "hybrid")];

    // As teams and recordings write them, letters alone.
    private static readonly Dictionary<string, Arm> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["base"] = Arm.Base,
        ["baseline"] = Arm.Base,
        ["prompted"] = Arm.Prompted,
        ["rag"] = Arm.Rag,
        ["finetuned"] = Arm.FineTuned,
        ["tuned"] = Arm.FineTuned,
        ["hybrid"] = Arm.Hybrid,
        ["finetunedrag"] = Arm.Hybrid,
        ["ragfinetuned"] = Arm.Hybrid,
    };

    public static string Of(Arm arm) => Names.Single(n => n.Arm == arm).Name;

    /// <summary>The arm that a pipeline is named after, however it is spelled; absent when it is named after none.</summary>
    public static Arm? Named(string pipeline) => Spellings.TryGetValue(string.Concat(pipeline.Where(char.IsAsciiLetter)), out var arm) ? arm : null;

    public static Arm Parse(string name) => Names.Single(n => n.Name == name).Arm;
}
