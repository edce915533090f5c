using EvalHarness.Checkpoints;
using EvalHarness.Decisions.Production;
using EvalHarness.Reports.Wording;
using EvalHarness.Tests.Checkpoints;

namespace EvalHarness.Tests.Decisions;

internal sealed class AliasRecordTests
{
    private SomeRegistry some = null!;

    [SetUp]
    public void Make() => some = new SomeRegistry();

    [TearDown]
    public void Remove() => some.Dispose();

    [Test]
    public void Promotions_and_rollbacks_are_told_with_what_they_rest_on()
    {
        some.Register("1", "2");
        some.Move("1");
        some.Move("2");
        some.Move("1", EntryKind.Rollback);

        var told = ProductionWords.Of(AliasRecord.Read(some.File, "helpdesk@1"));

        Assert.That(told, Has.Count.EqualTo(3));
        Assert.That(told[1], Is.EqualTo("2026-11-20 promote of production: helpdesk@1 → helpdesk@2 (verdict promote; its training data were not linted)"));
        Assert.That(told[2], Does.StartWith("2026-11-20 rollback of production: helpdesk@2 → helpdesk@1 (no verdict;").And.Contain("because"));
    }

    [Test]
    public void Another_models_moves_are_not_its_own()
    {
        some.Register("1");
        some.Move("1");

        Assert.That(AliasRecord.Read(some.File, "help@1").Moves, Is.Empty);
    }

    [Test]
    public void Without_a_registry_nothing_is_told()
    {
        Assert.That(ProductionWords.Of(AliasRecord.Read(some.File, "helpdesk@1")), Is.Empty);
    }

    [Test]
    public void A_registry_that_was_tampered_with_is_not_believed()
    {
        some.Register("1");
        some.Move("1");
        File.WriteAllText(some.File, File.ReadAllText(some.File).Replace("\"promote\"", "\"override\"", StringComparison.Ordinal));

        Assert.That(ProductionWords.Of(AliasRecord.Read(some.File, "helpdesk@1")).Single(), Does.Contain("cannot be believed"));
    }
}
