namespace EvalHarness.Evaluators.Checks;

/// <summary>A check as users name it.</summary>
/// <param name="Name">The value of <c>check:</c>.</param>
/// <param name="Version">Another one when the same reply may be judged otherwise.</param>
/// <param name="Check">The class.</param>
/// <param name="Make">From its settings; throws an InputException when they are wrong.</param>
internal sealed record CheckDefinition(string Name, int Version, Type Check, Func<CheckSettings, ICheck> Make)
{
    public static CheckDefinition Of<TCheck>(string name, int version, Func<CheckSettings, TCheck> make)
        where TCheck : class, ICheck => new(name, version, typeof(TCheck), make);
}
