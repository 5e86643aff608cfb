import type { Citation } from '../../packages/schemas/src/index.ts';

const document = '乳源瑶族自治县新时期精准扶贫精准脱贫三年攻坚实施方案';

function cited(clause: string, quoteSha256: string): Citation {
  return Object.freeze({ document, clause, quoteSha256 });
}

/** What each rule is cited by. */
export const citations = {
  identificationIncomeThreshold: cited('一(二)', 'f623a6fb1d35e75d58b932235fc4e7f7b2cd34aec4e9c78b5f414767ab4e7490'),
  exitTwoThreeOne: cited('一(三)', 'f105aa2ded842ea8674b6efeab73280f23f7773cd3062ef0d7a1ef05350c1694'),
  exitLabourIncome45pct: cited('一(三)', 'b9caf8b9fb86cbbd75ba28675baae8b1944742ec29828d8d5842b7d8931b3914'),
  entitlementDibaoInclusionGoal: cited('一(三)', 'c5f659f2fee8da8c0fe62208420ab20998a049026a6c4e01c4e6034f41342c55'),
  principleDevelopmentAndBackstop: cited('一(四)3', '0fa16c62dc6d25829216fccc4a512b69c9cd54cd077421451ed58c66fca81373'),
  checklistNineToHousehold: cited('二(一)', '8552368e2419d34fe457000c45a3b8cdfb40c92f92e47c094b571b72643c80c0'),
  assetInvestmentForms: cited('二(一)1', '82f8de7d26dfc04eb9db3e7abd4ebcd420a54d002e5cfbb6c4a13f7bb69c790c'),
  entitlementAssetIncome2000: cited('二(一)1', '25c8c5117e4c7cfc94701a71c6c040c9ea2d967ec4ef1064b880ef798836ec77'),
  serviceIndustryOneProject: cited('二(一)2', 'face162fa3afa2c92bcde7c7030e38fbbe1c499dcb683b9e7f4e2893fb527804'),
  servicePracticalSkills: cited('二(一)2', 'a786af2936e64677eca43de03268a377159d12fb0050cb47d0e07418aec7110a'),
  incentiveIndustryAward: cited('二(一)2', 'a031eb0a5a74ac5bdd252579953a3b21d219d52603da81acae4a2c9dfd6b4168'),
  entitlementProductionLoanInterest: Object.freeze({
    document,
    clause: '二(一)2',
    alsoClauses: ['二(一)7'],
    quoteSha256: 'be44505070266ed7664742135964a5cd58f7595d6f5c00102350fa627f0fb215',
  }) as Citation,
  entitlementTransferTraining: cited('二(一)3', '10adbcc483302463c2232463aad2389d33f9d3bbd26576dc98a494f4129c6dd1'),
  educationAidVocationalFree: cited('二(一)3', 'c99c7e916f7ea83616ca6ef897327c47e8fadb64755d6aaff1b8da5d7e5b6d7b'),
  obligationLocalHiringPriority: cited('二(一)3', 'cfa4c72cbb5be22c762cb12f83aded1c335040b9b12cb841531dfc87b65f365e'),
  serviceEmployment100: cited('二(一)3', '6bcd892526da44ad98229ed4a644c3157fea222536e96e394666eed65faf88a8'),
  serviceOneTransferPerHousehold: cited('二(一)3', '235216ed6af23653ddce52473dd6d1b316d15a036dac0f778396422f90309851'),
  educationAidTwoExemptions: cited('二(一)4', '89806882df1e5fe046de93162802f488e075d22356dc63fbc89f1dedc75d7d44'),
  educationAidFreeTuition12Years: cited('二(一)4', '9198ef15fa099c8f10271c5af109524d1f77d62338127b7a979068ca7a2c271f'),
  educationAidStateAndProvinceAid: cited('二(一)4', '5ae7bc0198102da179fc64932a67159e21cf270f566bbd444b8b41e4b967260c'),
  educationAidNoDropout: cited('二(一)4', '6f9490c7e6f8e17dcbc91253abe9136b63212ac92685c10ce29a2fb6ff6b1d95'),
  educationAidUniversity: cited('二(一)4', 'f00d556440d8fa991d829e2813dcf08eb01b9d81843832f99b2d4100c05608a8'),
  educationAidSeniorAndVocational: cited('二(一)4', '730d642545c1b4749418c1341ec9e0ba021ec62a8f6b2f0383adb281085d1566'),
  educationAidPrimaryAndJunior: cited('二(一)4', 'aaca0533ab27641d9baaecf83e9b14cd9aeb4994cad727abca51adb0325412bd'),
  educationAidPreschool: cited('二(一)4', 'd670f543c29dace108f8ad911b99c161ea526db4f59af5dd93ce9ec98e093691'),
  housingUpperSubsidyPriority: cited('二(一)5', '55c954248dab2a31b0999dd1c87eed2f97d64b0309e542bdba58e70c6c098634'),
  housingFourToHousehold: cited('二(一)5', 'af5a95c7c8f3ba917054df85446702dcfac3e5baae9201c0a3d274d590b64820'),
  housingRelocation: cited('二(一)5', 'dbd54691b41af2c814e166928091e205ce6a21b34ca55fda40664c10cd213c51'),
  housingOnTopOfUpperLevel: cited('二(一)5', '0f70eda07555a4ad4aff15769faa9ca96afc3a7484d604d7162ed171034f1d01'),
  housingNewBuild10000: cited('二(一)5', 'f646907cf35570b40d9430760aedaec0e1aeef1a8902812971653bb9b7e07f6f'),
  housingRepair2000: cited('二(一)5', 'bdd11e899c870082120e19c364a5115e29a319df54c42a561c3daf8a8d58c5ce'),
  medicalPremiumFullSubsidy: cited('二(一)6', '91237d130eed71f0b871114f43371ac3d6c30cdca893fce28a66d531ee2ac729'),
  medicalMidYearEnrolment: cited('二(一)6', 'e7decfdaa9e3df829a82c36908430327af0eb3aabf196db9f46909840b3aae87'),
  medicalInpatient70: cited('二(一)6', '00a6ea606d79af5d55b6e3c2604883a149b220c85f6e38b96e8f9e4e29071490'),
  medicalOutpatient50: cited('二(一)6', '24c3cc4f2d9ffbd69d3def86acd639174bf2fff9b97b69c5e5c243c1a8a5806e'),
  medicalSpecialOutpatient: cited('二(一)6', '7f281dfc4c0b83c343d1635d3a55733368b4bad47752da847b38dbdd3b4fbaea'),
  medicalSpecialOutpatientRelief: cited('二(一)6', '3212e677ec1ff6a2e876f7b97337afef109be8073d948f45e86f52c2102a2bca'),
  medicalSeriousIllness: cited('二(一)6', 'a66dec69f60c572c89b315410981e4a1102d85068b240d3c9c5daf314c18e26e'),
  financeMicroloan: cited('二(一)7', '715e26a6e249d7305424835ae550525b0d44e58f800ff85fcc629e8b799c08a6'),
  financeGuaranteeInsurance: cited('二(一)7', '785c36e87a41fd8017a1a4a4e8e3fcc58043edae20ca05cba36e2c708f21cfe9'),
  socialDibaoNoLabour: cited('二(一)8', '22c5ce08d7ea8db0d6820fc85cf2f4cbed965ef1d83951ef0afd228700722bd0'),
  socialPensionSubsidy: cited('二(一)8', 'fc51ac0ac39b74150b8142b80fc439a4ead35cb958d205a4c3acf1a38064c721'),
  socialPensionPayment: cited('二(一)8', 'fc32955a832470bf67bf39b97cfb4fc34071d8c668276e85aa49a076b1a8bfe5'),
  solarFrameworkAgreement: cited('二(一)9', 'eca41cf8913ab5b3403f97f5a7fb790963e4921141d213142db77d1eca485804'),
  solarHousehold3kw: cited('二(一)9', '556a5f5e2dc7a2dfbc82ef5235df9e08b1d9a2a1b4dd90cea45e8202e4556c5c'),
  solarHouseholdIncome3000: cited('二(一)9', '5bf45e175e4bcd318d525fa19bacd16c60e2681f89b567e5be6f51d653b8378d'),
  solarSiteRatio: cited('二(一)9', '68f9719633d0ff618f865bb34d35a2d9a34a6ddb42bb6f024ed34442cebe1950'),
  solarHousehold15kw: cited('二(一)9', 'e1fa111aeb351f043adb6083374171207e12b808770cd7e902fa6d3ea5acde08'),
};
