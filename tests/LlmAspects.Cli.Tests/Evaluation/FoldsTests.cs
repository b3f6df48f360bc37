using LlmAspects.Cli.Evaluation;

namespace LlmAspects.Cli.Tests.Evaluation;

public sealed class FoldsTests
{
    [Fact]
    public void AtRandom_DividesEvenlyAndBySeed()
    {
        int[] folds = Folds.AtRandom(103, 10, seed: 1);

        folds.CountBy(static fold => fold).Select(static fold => fold.Value).Order().ShouldBe([10, 10, 10, 10, 10, 10, 10, 11, 11, 11]);
        Folds.AtRandom(103, 10, seed: 1).ShouldBe(folds);
        Folds.AtRandom(103, 10, seed: 2).ShouldNotBe(folds);
    }

    [Fact]
    public void ByGroup_SplitsNoGroupAndFillsEveryFold()
    {
        string[] groups = [.. Enumerable.Range(0, 300).Select(static question => $"g{question % 23}")];

        int[] folds = Folds.ByGroup(groups, 5, seed: 1);

        groups.Zip(folds).Distinct().Count().ShouldBe(23);
        folds.CountBy(static fold => fold).ShouldAllBe(static fold => fold.Value >= 45 && fold.Value <= 80);
        Folds.ByGroup(groups, 5, seed: 2).ShouldNotBe(folds);
    }
}
