namespace EvalHarness.Decisions;

/// <summary>What an arm is called in files: <c>fine-tuned</c>.</summary>
public static class ArmNames
{
    private static readonly (Arm Arm, string Name)[] Names =
        [(Arm.Base, "base"), (Arm.Prompted, "prompted"), (Arm.Rag, "rag"), (Arm.FineTuned, "fine-tuned"), (Arm.Hybrid, "hybrid")];

    public static string Of(Arm arm) => Names.Single(n => n.Arm == arm).Name;

    public static Arm Parse(string name) => Names.Single(n => n.Name == name).Arm;
}
