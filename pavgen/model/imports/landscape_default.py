"""The mapping that is used when none is given: the Cloud Native Computing Foundation's members."""

DEFAULT_MAPPING = """\
program:
  name: Cloud Native Members
  vendor:
    name: Cloud Native Computing Foundation
    url: https://www.cncf.io/
  tiers:
    - {id: platinum, label: Platinum, weight: 8}
    - {id: gold, label: Gold, weight: 4}
    - {id: silver, label: Silver, weight: 2}
    - {id: end-user-supporter, label: End User Supporter, weight: 2}
    - {id: academic, label: Academic, weight: 2}
    - {id: nonprofit, label: Nonprofit, weight: 2}
    - id: community
      label: Community
      weight: 1
      summary: Certified to help with Kubernetes, without a membership.
  partner_types:
    - {id: member, label: Member, plural: Members}
    - id: end-user
      label: End user
      plural: End users
      summary: Uses cloud-native technology and supports the community.
    - id: service-provider
      label: Service provider
      plural: Service providers
      summary: Kubernetes Certified Service Providers help with support, consulting and operation.
    - id: training-partner
      label: Training partner
      plural: Training partners
      summary: Trains people in Kubernetes and cloud-native technology.
  solution_areas:
    - id: kubernetes
      label: Certified Kubernetes
      children:
        - {id: distribution, label: Distribution}
        - {id: hosted, label: Hosted platform}
        - {id: installer, label: Installer}
    - id: services
      label: Services
      children:
        - {id: consulting, label: Consulting and support}
        - {id: training, label: Training}
lowest_tier: community
partners:
  - category: CNCF Members
    subcategory: Platinum
    tier: platinum
    types: [member]
    tagline: Platinum member
  - category: CNCF Members
    subcategory: Gold
    tier: gold
    types: [member]
    tagline: Gold member
  - category: CNCF Members
    subcategory: Silver
    tier: silver
    types: [member]
    tagline: Silver member
  - category: CNCF Members
    subcategory: End User Supporter and Contributor
    tier: end-user-supporter
    types: [end-user]
    tagline: End user supporter
  - category: CNCF Members
    subcategory: End User Supporter
    tier: end-user-supporter
    types: [end-user]
    tagline: End user supporter
  - category: CNCF Members
    subcategory: Academic
    tier: academic
    types: [member]
    tagline: Academic member
  - category: CNCF Members
    subcategory: Nonprofit
    tier: nonprofit
    types: [member]
    tagline: Nonprofit member
  - category: Special
    subcategory: Kubernetes Certified Service Provider
    types: [service-provider]
    solution_areas: [consulting]
    tagline: Kubernetes Certified Service Provider
    link: services
  - category: Special
    subcategory: Kubernetes and Cloud Native Training Partner
    types: [training-partner]
    solution_areas: [training]
    tagline: Kubernetes and Cloud Native Training Partner
    link: training
solutions:
  - category: Platform
    subcategory: Certified Kubernetes - Distribution
    role: Makes the distribution
    solution_areas: [distribution]
  - category: Platform
    subcategory: Certified Kubernetes - Hosted
    role: Runs the platform
    solution_areas: [hosted]
  - category: Platform
    subcategory: Certified Kubernetes - Installer
    role: Makes the installer
    solution_areas: [installer]
decorations: [member, supporter, contributor, KCSP, KCNTP, KTP]
links:
  crunchbase: crunchbase
  code: repo_url
  twitter: twitter
  blog: extra.blog_url
  linkedin: extra.linkedin_url
  bluesky: extra.bluesky_url
  youtube: extra.youtube_url
ignored: [item, unnamed_organization]
id_prefix: cl
site:
  title: Cloud Native Partners
  base_url: https://partners.example.org/
"""
