namespace EvalHarness.Schemas;

/// <summary>Groups of keywords that a meta-schema can switch on.</summary>
[Flags]
internal enum Vocabulary
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    All = Core | Applicator | Unevaluated | Validation,
}
