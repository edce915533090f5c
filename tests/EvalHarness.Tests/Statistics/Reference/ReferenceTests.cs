using System.Text.Json;

namespace EvalHarness.Tests.Statistics.Reference;

public sealed class ReferenceTests
{
    private static IEnumerable<string> KindNames => ReferenceKinds.Calculations.Keys;

    [TestCaseSource(nameof(KindNames))]
    public void A_method_agrees_with_the_reference(string kind)
    {
        var cases = ReferenceCase.Shared().Where(c => c.Kind == kind).ToList();

        Assert.That(cases, Is.Not.Empty);
        foreach (var reference in cases)
        {
            var figures = ReferenceKinds.Calculations[kind](reference.Input);
            Assert.That(figures.Keys, Is.Not.Empty.And.SubsetOf(Names(reference.Expected)), reference.Id);
            figures.AssertAgree(reference.Expected, reference.Tolerance, reference.Id);
        }
    }

    [TestCaseSource(nameof(KindNames))]
    public void A_method_agrees_with_what_was_published_or_calculated_by_hand(string kind)
    {
        var cases = ReferenceCase.Own().Where(c => c.Kind == kind).ToList();

        Assert.That(cases, Is.Not.Empty);
        foreach (var own in cases)
        {
            var figures = ReferenceKinds.Calculations[kind](own.Input);
            Assert.That(Names(own.Expected), Is.Not.Empty.And.SubsetOf(figures.Keys), own.Id);
            figures.AssertAgree(own.Expected, own.Tolerance, own.Id);
        }
    }

    [Test]
    public void Every_kind_of_the_reference_is_covered_or_exempt_for_a_stated_reason()
    {
        var kinds = ReferenceCase.Shared().Select(c => c.Kind).ToHashSet();

        Assert.That(kinds.Except(ReferenceKinds.Calculations.Keys), Is.SubsetOf(ReferenceKinds.Exempt.Keys));
    }

    [Test]
    public void What_is_exempt_is_not_covered_too()
    {
        Assert.That(ReferenceKinds.Exempt.Keys.Intersect(ReferenceKinds.Calculations.Keys), Is.Empty);
    }

    [Test]
    public void Own_cases_have_kinds_that_are_covered_and_ids_of_their_own()
    {
        var own = ReferenceCase.Own();

        Assert.That(own.Select(c => c.Kind).Distinct(), Is.SubsetOf(ReferenceKinds.Calculations.Keys));
        Assert.That(own.Select(c => c.Id), Is.Unique);
    }

    private static IEnumerable<string> Names(JsonElement expected) => expected.EnumerateObject().Select(p => p.Name);
}
