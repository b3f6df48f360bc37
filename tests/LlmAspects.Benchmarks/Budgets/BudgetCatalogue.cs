using LlmAspects.Benchmarks.Cases;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Every budget, in the order of the table.</summary>
internal static class BudgetCatalogue
{
    public static IReadOnlyList<IBudget> All { get; } =
    [
        new CaseBudget(CaseCatalogue.Sync, static group => [group.Ratio(CaseNames.Expert, 1.05), group.Ratio(CaseNames.Typical, 0.80), group.BytesOverBare(0), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.Interception, static group =>
        [
            group.OverBare(2), group.BytesOverBare(0), group.OverheadBelow(CaseNames.CastleInterface, 15), group.OverheadBelow(CaseNames.CastleClass, 15),
            group.OverheadBelow(CaseNames.DispatchProxy, 12), group.OverheadBelow(CaseNames.AspectInjector, 10), .. group.Peers(),
        ]),
        new CaseBudget(CaseCatalogue.Sampled, static group => [group.Ratio(CaseNames.Expert, 0.25), group.BytesOverBare(0), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.CompletedTask, static group => [group.Ratio(CaseNames.Expert, 1.05), group.BytesOverBare(0), .. group.Peers()]),
        new IdentityBudget(),
        new CaseBudget(CaseCatalogue.CompletedValueTask, static group => [group.Ratio(CaseNames.Expert, 1.05), group.BytesOverBare(0), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.PendingTask, static group => [group.Ratio(CaseNames.Expert, 1.05), group.BytesOverBare(112), group.BytesOverBare(112, CaseNames.WithToken), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.PendingValueTask, static group => [group.Ratio(CaseNames.Expert, 0.80), group.BytesOverBare(0), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.Items, static group => [group.OverBare(6), group.BytesOverBare(0), .. group.Peers()]),
        new CaseBudget(CaseCatalogue.PendingItems, static group => [group.Ratio(CaseNames.Typical, 0.80), group.BytesOverBare(0), .. group.Peers()]),
        .. CaseCatalogue.Errors.Select(static errors => new CaseBudget(errors, group => [group.OverheadBelow(CaseNames.Typical, errors.Name.Contains("async", StringComparison.Ordinal) ? 4 : 3), .. group.Peers()])),
        new ThreadBudget(),
        new RoutingBudget(),
        new GeneratorBudget(),
    ];
}
