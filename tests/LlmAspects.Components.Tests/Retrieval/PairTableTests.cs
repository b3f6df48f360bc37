using CsCheck;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class PairTableTests
{
    [Fact]
    public void AnyPairs_AreFoundAgainAndOthersNot() => Gen.ULong[1, 400].Array[0, 500].Sample(pairs =>
    {
        var table = new PairTable();
        Dictionary<ulong, PostingList> lists = pairs.Distinct().ToDictionary(pair => pair, table.GetOrAdd);

        for (ulong pair = 1; pair <= 400; pair++)
        {
            table.Find(pair).ShouldBe(lists.GetValueOrDefault(pair));
        }
    });
}
