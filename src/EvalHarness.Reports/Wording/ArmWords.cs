using EvalHarness.Decisions;

namespace EvalHarness.Reports.Wording;

/// <summary>What people call an arm.</summary>
public static class ArmWords
{
    /// <summary>"RAG", "fine-tuned".</summary>
    public static string Of(Arm arm) => arm switch
    {
        Arm.Rag => "RAG",
        Arm.FineTuned => "fine-tuned",
        Arm.Hybrid => "hybrid",
        Arm.Prompted => "prompted",
        _ => "base",
    };

    /// <summary>"RAG and hybrid".</summary>
    public static string Of(IReadOnlyList<Arm> arms) => List.Of([.. arms.Select(Of)]);

    /// <summary>At the start of a sentence: "Fine-tuned".</summary>
    public static string First(Arm arm) => Of(arm) is var name ? $"{char.ToUpperInvariant(name[0])}{name[1..]}" : "";

    /// <summary>What is recommended: "Neither: prompt it" of the arm that needs neither.</summary>
    public static string Choice(Arm arm) => arm switch
    {
        Arm.Rag => "RAG",
        Arm.FineTuned => "Fine-tuning",
        Arm.Hybrid => "Both (hybrid)",
        Arm.Prompted => "Neither: prompt it",
        _ => "Neither: the base model",
    };
}
